/**
 * One data folder, two engines: the folder, its lock, the pools, the dialect and the migrations.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "settings")
@org.jspecify.annotations.NullMarked
package io.broadsheet.database;

package io.broadsheet.commands;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --data}, as all commands that work on a data folder have it. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      converter = Folder.class,
      description = "The data folder (default: ./${DEFAULT-VALUE}).")
  private Path folder = Path.of("data");

  /** Returns the folder, absolute. */
  Path folder() {
    return folder;
  }

  /** A shell passes a variable that is not set as an empty name, which would mean this folder. */
  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      if (value.isBlank()) {
        throw new TypeConversionException("its name is empty: name a folder");
      }
      try {
        return Path.of(value);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("“" + value + "” cannot be a folder: name another");
      }
    }
  }
}

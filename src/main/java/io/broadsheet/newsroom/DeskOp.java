package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.DeskList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk does with the stories that are chosen. */
enum DeskOp {
  REVIEW(Permission.WRITE),
  RETURN(Permission.WRITE),
  TOPIC(Permission.WRITE),
  DISCARD(Permission.WRITE),
  UNSCHEDULE(Permission.PUBLISH),
  WITHDRAW(Permission.PUBLISH);

  private final Permission permission;

  DeskOp(Permission permission) {
    this.permission = permission;
  }

  Permission permission() {
    return permission;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DeskOp> of(String code) {
    return Arrays.stream(values()).filter(op -> op.code().equals(code)).findFirst();
  }

  /**
   * Returns what a visitor may do with the stories of a list.
   *
   * @param list null for all lists
   */
  static List<DeskOp> of(Visit visit, @Nullable DeskList list) {
    return Arrays.stream(values())
        .filter(op -> visit.may(op.permission) && (list == null || op.fits(list)))
        .toList();
  }

  private boolean fits(DeskList list) {
    return switch (this) {
      case REVIEW -> list == DeskList.WRITING;
      case RETURN -> list == DeskList.REVIEW || list == DeskList.APPROVED;
      case TOPIC -> true;
      case DISCARD ->
          list == DeskList.WRITING || list == DeskList.REVIEW || list == DeskList.APPROVED;
      case UNSCHEDULE -> list == DeskList.SCHEDULED;
      case WITHDRAW -> list == DeskList.PUBLISHED;
    };
  }
}

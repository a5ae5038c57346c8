package io.broadsheet.commands;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a host name or address that this machine can resolve. */
final class Host implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    try {
      if (!value.isBlank()) {
        InetAddress.getByName(value);
        return value;
      }
    } catch (UnknownHostException e) {
      throw refused(value);
    }
    throw refused(value);
  }

  private static TypeConversionException refused(String value) {
    return new TypeConversionException(
        "“"
            + value
            + "” is not an address: choose one of this machine, or 0.0.0.0 for all of them");
  }
}

package io.broadsheet.newsroom;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** Draws QR codes. */
final class QrCode {
  private QrCode() {}

  /**
   * Returns a code as SVG, one unit a module, with the quiet zone around it.
   *
   * @param text up to some 2,000 characters
   */
  static String of(String text) {
    try {
      BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1);
      int side = modules.getWidth();
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          if (modules.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return "<svg class=\"qr\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
          .formatted(side, side, path);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
    }
  }
}

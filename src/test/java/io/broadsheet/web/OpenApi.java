package io.broadsheet.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/openapi.yaml}, to hold against what the server does. */
public final class OpenApi {
  private static final List<String> METHODS = List.of("get", "put", "post", "delete");

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** Reads the description. */
  public static OpenApi read() {
    try {
      Object yaml = new Yaml().load(Files.readString(Path.of("docs/openapi.yaml")));
      return new OpenApi(JsonMapper.shared().valueToTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what is described, such as {@code GET /api/v1/discussion}. */
  public Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  /**
   * Returns how an answer is not as described; empty if it is.
   *
   * @param path as the description has it
   * @param type of its content, without parameters; empty for none
   */
  public List<String> misfits(String method, String path, int status, String type, String body) {
    JsonNode response =
        document
            .at("/paths")
            .path(path)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses")
            .path(String.valueOf(status));
    if (response.isMissingNode()) {
      return List.of(method + " " + path + " answers " + status + ", which is not described");
    }
    JsonNode content = resolved(response).path("content");
    if (type.isEmpty()) {
      return content.isMissingNode() ? List.of() : List.of("the content that is described");
    }
    if (!content.has(type)) {
      return List.of(type + " instead of " + content.propertyNames());
    }
    List<String> misfits = new ArrayList<>();
    check("", content.get(type).get("schema"), JsonMapper.shared().readTree(body), misfits);
    return misfits;
  }

  private void check(String where, JsonNode described, JsonNode value, List<String> misfits) {
    JsonNode schema = resolved(described);
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      misfits.add(where + " is " + value);
    }
    if (!schema.path("type").isMissingNode() && !isOf(schema.get("type"), value)) {
      misfits.add(where + " is " + value + ", not of " + schema.get("type"));
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> check(where + "[]", schema.get("items"), item, misfits));
    }
    if (value.isObject()) {
      for (JsonNode name : schema.path("required")) {
        if (!value.has(name.asString())) {
          misfits.add(where + "." + name.asString() + " is missing");
        }
      }
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String here = where + "." + member.getKey();
        JsonNode property = schema.path("properties").path(member.getKey());
        if (property.isMissingNode()) {
          misfits.add(here + " is not described");
        } else {
          check(here, property, member.getValue(), misfits);
        }
      }
    }
  }

  private static boolean isOf(JsonNode types, JsonNode value) {
    if (types.isArray()) {
      return types.valueStream().anyMatch(type -> isOf(type, value));
    }
    return switch (types.asString()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("a type of which this knows nothing: " + types);
    };
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }
}

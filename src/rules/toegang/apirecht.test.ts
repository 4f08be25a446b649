import { describe, expect, it } from "vitest";
import { apirechtVoor } from "./apirecht.ts";

describe("the right that a key needs", () => {
  it.each([
    ["GET", "/v1/gebieden", "lezen"],
    ["HEAD", "/ogc/v1/collections", "lezen"],
    ["POST", "/v1/verdelingen", "lezen"],
    ["POST", "/v1/toetsen", "lezen"],
    ["POST", "/v1/inleveringen", "cijfers-inleveren"],
    ["POST", "/v1/inleveringen/123/besluiten", "cijfers-inleveren"],
    ["PUT", "/v1/documenten/mijn", "documenten-bewaren"],
    ["DELETE", "/v1/documenten/mijn", "documenten-bewaren"],
    ["PATCH", "/v1/versies/123", "versies-bewaren"],
    ["POST", "/v1/versievergelijkingen", "lezen"],
  ])("%s %s is: %s", (method, path, recht) => {
    expect(apirechtVoor(method, path)).toBe(recht);
  });

  it.each([
    ["GET", "/account"],
    ["POST", "/apisleutels"],
    ["GET", "/v10/gebieden"],
    ["POST", "/v1/iets-van-later"],
    ["DELETE", "/v1/verdelingen/123"],
    ["POST", "/v1/inleveringenvanlater"],
  ])("is no right at all where nobody thought of it: %s %s", (method, path) => {
    expect(apirechtVoor(method, path)).toBeUndefined();
  });
});

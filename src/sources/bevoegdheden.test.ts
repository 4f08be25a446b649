import { describe, expect, it } from "vitest";
import { readBevoegdheden } from "./bevoegdheden.ts";
import { findProjectRoot } from "./project-root.ts";

const bevoegdheden = readBevoegdheden(findProjectRoot());

describe("readBevoegdheden", () => {
  it.each([
    ["woningbouwregio", ["ps"]],
    ["woningmarktregio", ["gs"]],
    ["omgevingsverordening", ["ps"]],
    ["huisvestingsverordening", ["raad"]],
    ["vhp", ["college"]],
    ["ontheffing", ["gs", "minister"]],
    ["landelijk-aantal", ["minister"]],
  ])("F225 knows who decides on %s", (over, organen) => {
    expect(bevoegdheden.get(over)?.organen).toEqual(organen);
  });

  it("gives every one a body, a source and how sure it is", () => {
    const bare = [...bevoegdheden.values()].filter(
      ({ organen, bron }) => organen.length === 0 || bron === "",
    );
    expect(bare).toEqual([]);
  });

  it("never lets a regio decide", () => {
    expect([...bevoegdheden.values()].flatMap(({ organen }) => organen)).not.toContain("regio");
  });
});

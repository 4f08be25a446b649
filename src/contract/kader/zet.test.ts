import { describe, expect, it } from "vitest";
import { readAt, setValue } from "./zet.ts";

const TEXT = `soort: toets # wat het is
id: proef
titel: 'Een proef'

parameters:
  # van de regio
  drempel: { eenheid: deel, zekerheid: onzeker } # nog open
  ander:
    eenheid: woningen
    zekerheid: vast # zeker

eisen: {}
`;

function set(pad: string, value: string, text = TEXT): string {
  const done = setValue(text, pad, value);
  return done.ok ? done.tekst : done.reden;
}

describe("a value that is set in a text", () => {
  it("takes the place of one that stands there, and of no other byte", () => {
    expect(set("titel", "Anders")).toBe(TEXT.replace("Een proef", "Anders"));
  });

  it("comes below the id in the head, so that it reads from top to bottom", () => {
    expect(set("versie", "2")).toBe(TEXT.replace("id: proef\n", "id: proef\nversie: 2\n"));
  });

  it("comes behind the last key of its block, with the comment of that line where it was", () => {
    expect(set("parameters.ander.waarde", "12")).toBe(
      TEXT.replace("vast # zeker\n", "vast # zeker\n    waarde: 12\n"),
    );
  });

  it("comes between the brackets where the block stands between brackets", () => {
    expect(set("parameters.drempel.waarde", "30 %")).toBe(
      TEXT.replace("onzeker }", "onzeker, waarde: 30 % }"),
    );
  });

  it("keeps the line ends of the writer", () => {
    const windows = TEXT.replaceAll("\n", "\r\n");
    expect(set("versie", "2", windows)).toBe(
      windows.replace("proef\r\n", "proef\r\nversie: 2\r\n"),
    );
  });

  it.each([
    ["a block that is not there", "opgave.aantal"],
    ["a value that is no block", "titel.stuk"],
  ])("is refused below %s, and nothing changes", (_, pad) => {
    expect(setValue(TEXT, pad, "x").ok).toBe(false);
  });

  it("is not put in the place of what is written short for another key", () => {
    const short = "soort: verdeling\nid: p\nopgave: urgenten\n";
    expect(set("opgave.aantal", "inwoners", short)).toBe(short.replace("urgenten", "inwoners"));
    expect(setValue(short, "opgave.uit", "inwoners").ok).toBe(false);
  });

  it("can be read back", () => {
    expect(readAt(TEXT, "parameters.drempel.eenheid")).toBe("deel");
    expect(readAt(TEXT, "parameters")).toBeUndefined();
    expect(readAt(set("versie", "7"), "versie")).toBe("7");
  });
});

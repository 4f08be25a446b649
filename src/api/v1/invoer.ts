import type { Hook } from "@hono/zod-openapi";
import type { Env, ValidationTargets } from "hono";
import type { z } from "zod";
import { findNearest } from "#contract/kader/nearest.ts";
import { badRequest } from "../problem.ts";

type Issue = z.core.$ZodIssue;

/** Refuses input that does not fit its schema, with every mistake in Dutch. */
export const refuseInput: Hook<unknown, Env, string, void> = (result) => {
  if (result.success) return;
  const given: unknown = "data" in result ? result.data : undefined;
  const { issues } = result.error;
  const fouten = issues.flatMap((issue) => describeIssue(issue, result.target, given));
  throw badRequest("Deze vraag klopt niet", fouten);
};

const WAAR: Readonly<Record<keyof ValidationTargets, string>> = {
  query: "In het adres",
  param: "In het pad",
  json: "In de inhoud",
  header: "In de kopregels",
  cookie: "In de cookies",
  form: "In het formulier",
};

function describeIssue(
  issue: Issue,
  target: keyof ValidationTargets,
  given: unknown,
): readonly string[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, TOLD).map((key) => `${WAAR[target]}: «${cut(key)}» is niet bekend.`);
  }
  const path = issue.path.map(String).join(".");
  const waar = path ? `${WAAR[target]}, «${cut(path)}»` : WAAR[target];
  return [`${waar}: ${wording(issue, valueAt(given, issue.path))}`];
}

/** What was sent at a path; undefined where there is nothing. */
function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const inside = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return inside ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
  }, given);
}

const TOLD = 20;
const SHOWN = 80;

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function wording(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return found === undefined
        ? `dit ontbreekt. Hier hoort ${VORMEN[issue.expected] ?? issue.expected}.`
        : `hier hoort ${VORMEN[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return wrongWord(issue.values.map(String), found);
    case "too_big":
      return `dit is te veel. Hoogstens ${issue.maximum}.`;
    case "too_small":
      return `dit is te weinig. Minstens ${issue.minimum}.`;
    case "invalid_format":
      return "dit heeft niet de vorm die hier hoort. Kijk in de beschrijving van de API.";
    case "custom":
      return issue.message;
    default:
      return "dit kan hier niet staan. Kijk in de beschrijving van de API.";
  }
}

const VORMEN: Readonly<Record<string, string>> = {
  string: "tekst",
  number: "een getal",
  int: "een heel getal",
  boolean: "true of false",
  array: "een lijst",
  object: "een object",
  record: "een object",
};

function wrongWord(values: readonly string[], found: unknown): string {
  const nearest = typeof found === "string" ? findNearest(found, values) : undefined;
  const hint = nearest ? ` Bedoelt u «${nearest}»?` : "";
  return `kies ${values.map((value) => `«${value}»`).join(", ")}.${hint}`;
}

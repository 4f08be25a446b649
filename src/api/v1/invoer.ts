import type { Hook } from "@hono/zod-openapi";
import type { Env, ValidationTargets } from "hono";
import type { z } from "zod";
import { findNearest } from "#contract/kader/nearest.ts";
import { badRequest } from "../problem.ts";

type Issue = z.core.$ZodIssue;

/** Refuses input that does not fit its schema, with every mistake in Dutch. */
export const refuseInput: Hook<unknown, Env, string, void> = (result) => {
  if (result.success) return;
  const fouten = result.error.issues.flatMap((issue) => describeIssue(issue, result.target));
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

function describeIssue(issue: Issue, target: keyof ValidationTargets): readonly string[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, TOLD).map((key) => `${WAAR[target]}: «${cut(key)}» is niet bekend.`);
  }
  const path = issue.path.map(String).join(".");
  const waar = path ? `${WAAR[target]}, «${cut(path)}»` : WAAR[target];
  return [`${waar}: ${wording(issue)}`];
}

const TOLD = 20;
const SHOWN = 80;

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function wording(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.includes("undefined") || issue.input === undefined
        ? `dit ontbreekt of is geen ${VORMEN[issue.expected] ?? issue.expected}.`
        : `hier hoort ${VORMEN[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return wrongWord(issue.values.map(String), issue.input);
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
  number: "getal",
  int: "heel getal",
  boolean: "ja of nee (true of false)",
  array: "lijst",
  object: "object",
  record: "object",
};

function wrongWord(values: readonly string[], input: unknown): string {
  const nearest = typeof input === "string" ? findNearest(input, values) : undefined;
  const hint = nearest ? ` Bedoelt u «${nearest}»?` : "";
  return `kies ${values.map((value) => `«${value}»`).join(", ")}.${hint}`;
}

import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup, EditorView } from "codemirror";
import type { Aanvulling } from "#contract/kader/aanvulling/aanvuller.ts";
import type { Documentfout } from "#contract/kader/fout.ts";
import { changeBetween } from "./verschil.ts";
import { WOORDEN } from "./woorden.ts";

type Opties = {
  readonly ouder: HTMLElement;
  readonly tekst: string;
  /** The word under which this page may have styles. */
  readonly nonce: string;
  readonly hulp: string;
  readonly onTekst: (tekst: string) => void;
  readonly vul: (tekst: string, bij: number) => Promise<Aanvulling | undefined>;
};

/** The text that is written in, for the rest of the page. */
export type Tekstveld = {
  readonly tekst: () => string;
  /** Makes it this text by the smallest change, which can be undone like any other. */
  readonly zet: (tekst: string) => void;
  readonly meld: (fouten: readonly Documentfout[], opmerkingen: readonly Documentfout[]) => void;
  /** Puts the keyboard in the text, at this line and sign, or at this place. */
  readonly ga: (waar: { readonly regel: number; readonly kolom: number } | number) => void;
  readonly weg: () => void;
};

/** Makes the editor: every key of it works without a mouse, and Escape and then Tab leaves it. */
export function createTekstveld(opties: Opties): Tekstveld {
  const { ouder, tekst, nonce, hulp, onTekst, vul } = opties;
  const view = new EditorView({
    parent: ouder,
    doc: tekst,
    extensions: [
      EditorView.cspNonce.of(nonce),
      EditorState.phrases.of(WOORDEN),
      basicSetup,
      keymap.of([indentWithTab]),
      yaml(),
      syntaxHighlighting(KLEUREN),
      OPMAAK,
      lintGutter(),
      autocompletion({ override: [(context) => complete(context, vul)] }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": "Tekst van het document",
        "aria-describedby": hulp,
        spellcheck: "false",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onTekst(update.state.doc.toString());
      }),
    ],
  });
  const now = () => view.state.doc.toString();
  return {
    tekst: now,
    zet: (next) => {
      const change = changeBetween(now(), next);
      if (change) view.dispatch({ changes: change });
    },
    meld: (fouten, opmerkingen) => {
      const found = [
        ...fouten.map((fout) => toDiagnostic(view.state, fout, "error")),
        ...opmerkingen.map((fout) => toDiagnostic(view.state, fout, "info")),
      ];
      view.dispatch(setDiagnostics(view.state, found));
    },
    ga: (waar) => {
      const at = typeof waar === "number" ? waar : placeOf(view.state, waar.regel, waar.kolom);
      const anchor = Math.min(at, view.state.doc.length);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: "center" }),
      });
      view.focus();
    },
    weg: () => view.destroy(),
  };
}

function placeOf({ doc }: EditorState, regel: number, kolom: number): number {
  const line = doc.line(Math.min(Math.max(regel, 1), doc.lines));
  return Math.min(line.from + Math.max(kolom - 1, 0), line.to);
}

function toDiagnostic(
  state: EditorState,
  { regel, kolom, gevonden, tekst }: Documentfout,
  severity: "error" | "info",
): Diagnostic {
  const from = placeOf(state, regel, kolom);
  const line = state.doc.lineAt(from);
  const word = /^[^\s,}\]]+/.exec(state.sliceDoc(from, line.to))?.[0].length ?? 0;
  return {
    from,
    to: Math.min(from + (gevonden?.length || word), line.to),
    severity,
    message: tekst,
  };
}

async function complete(
  context: CompletionContext,
  vul: Opties["vul"],
): Promise<CompletionResult | null> {
  // While nothing was begun, a list that comes by itself is in the way.
  if (!context.explicit && !context.matchBefore(/[\w@.-]+/)) return null;
  const found = await vul(context.state.doc.toString(), context.pos);
  if (!found || context.aborted) return null;
  return {
    from: found.van,
    options: found.voorstellen.map(({ tekst, uitleg, soort }) => ({
      label: tekst.trimEnd(),
      apply: tekst,
      type: SOORTEN[soort],
      ...(uitleg === undefined ? {} : { detail: uitleg }),
    })),
    validFor: /^[\w@.-]*$/,
  };
}

const SOORTEN = {
  sleutel: "property",
  woord: "enum",
  cijfer: "variable",
  eenheid: "constant",
  document: "class",
} as const;

const KLEUREN = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: "#0b5563",
    fontWeight: "600",
  },
  { tag: [tags.comment, tags.lineComment], color: "#565656", fontStyle: "italic" },
  { tag: [tags.string, tags.quote], color: "#1b1b1b" },
  { tag: [tags.squareBracket, tags.brace, tags.punctuation, tags.separator], color: "#565656" },
]);

const OPMAAK = EditorView.theme({
  "&": { fontSize: "14px", backgroundColor: "#ffffff", color: "#1b1b1b" },
  "&.cm-focused": { outline: "none" },
  ".cm-content, .cm-gutters": {
    fontFamily: 'ui-monospace, "dejavu sans mono", menlo, consolas, monospace',
    lineHeight: "1.6",
  },
  ".cm-scroller": { minHeight: "22em", maxHeight: "70vh", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "#ffffff", color: "#565656", borderRight: "1px solid #d4d4d4" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "#f2f6f7" },
  ".cm-tooltip": { border: "1px solid #565656", backgroundColor: "#ffffff" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "#0b5563", color: "#ffffff" },
  ".cm-completionDetail": { color: "#565656", fontStyle: "normal" },
  "li[aria-selected] .cm-completionDetail": { color: "#ffffff" },
  // Marks of signs and lines: the page may have no pictures that stand in a style.
  ".cm-lintRange-error, .cm-lintRange-info": {
    backgroundImage: "none",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-error": { textDecoration: "underline wavy #9a3d0b 1px" },
  ".cm-lintRange-info": { textDecoration: "underline dotted #0b5563 1px" },
  ".cm-lint-marker": { width: "auto", fontWeight: "700", textAlign: "center" },
  ".cm-lint-marker-error, .cm-lint-marker-info, .cm-lint-marker-warning": { content: "normal" },
  ".cm-lint-marker-error::after": { content: '"!"', color: "#9a3d0b" },
  ".cm-lint-marker-info::after": { content: '"i"', color: "#0b5563" },
  ".cm-diagnostic-error": { borderLeftColor: "#9a3d0b" },
  ".cm-diagnostic": { maxWidth: "36em", fontFamily: "inherit" },
  ".cm-panels": { backgroundColor: "#ffffff", color: "#1b1b1b" },
  ".cm-panels button": {
    margin: "2px",
    padding: "2px 8px",
    color: "#0b5563",
    background: "#ffffff",
  },
});

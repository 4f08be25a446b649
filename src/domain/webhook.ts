/** What a body can be told of at a webhook, and how people say it. */
export const WEBHOOKSOORTEN = {
  "levering.overgenomen": "een levering van cijfers is overgenomen",
  "document.gewijzigd": "een eigen document is bewaard, anders gedeeld of weggegooid",
  "versie.gedeeld": "een versie van een rekenblad is met anderen gedeeld",
  "correctieronde.begonnen": "een correctieronde is begonnen",
  "vaststelling.gemaakt": "een bestuursorgaan stelde een document of versie vast",
  "vaststelling.ingetrokken": "een bestuursorgaan trok een vaststelling in",
} as const;

export type Webhooksoort = keyof typeof WEBHOOKSOORTEN;

/** What is sent where somebody tries whether it arrives. */
export const PROEFSOORT = "webhook.proef";

/** So many webhooks of one body are on at a time. */
export const MEESTE_WEBHOOKS = 20;

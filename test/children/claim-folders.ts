// Claims every folder whose path comes in as a line, and says how that went.
import { createInterface } from "node:readline";
import { lockFolder } from "#storage/lock.ts";

// It holds dozens of folders, each with its own listener for the end.
process.setMaxListeners(0);
console.info("klaar");
for await (const folder of createInterface({ input: process.stdin })) {
  if (folder === "stop") process.exit(0);
  try {
    lockFolder(folder, "woonregie start");
    console.info("gekregen");
  } catch (error) {
    console.info(String(error));
  }
}

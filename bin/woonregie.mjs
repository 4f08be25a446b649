#!/usr/bin/env node
import { ensureInstalled } from "../scripts/install.mjs";

ensureInstalled()
  .then(() => import("../scripts/build.mjs"))
  .then(({ ensureBuilt }) => ensureBuilt())
  .then(() => import("../dist/cli.js"));

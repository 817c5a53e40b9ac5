// Validates documents against Microsoft's schema of Teams apps. Standard input: [{"schema":FILE,"document":{...}}]; output: a list of faults for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04"), addFormats = require("ajv-formats");
const folder = new URL(`../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${process.argv[2]}/`, import.meta.url);
const validators = new Map();

function validator(file) {
  if (!validators.has(file)) {
    // The schema's patterns are not written for the stricter mode of JavaScript.
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats(ajv);
    validators.set(file, ajv.compile(JSON.parse(readFileSync(new URL(file, folder), "utf8").replace(/^\uFEFF/, ""))));
  }

  return validators.get(file);
}

const results = JSON.parse(await text(process.stdin)).map(({ schema, document }) => {
  const validate = validator(schema);
  return validate(document) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
});
console.log(JSON.stringify(results));

// Azurite reads a whole table for every query, so that a store of thousands of handoffs answers ever more slowly, as Azure's does not.
// Loaded before it, this looks a query's partition up in the index that Azurite keeps anyway; all else is left to Azurite.
"use strict";
const path = require("node:path");
const { default: Store } = require(path.join(path.dirname(process.argv[1]), "persistence", "LokiTableMetadataStore.js"));

const queryWhole = Store.prototype.queryTableEntities;
Store.prototype.queryTableEntities = function (context, account, table, options, ...continuation) {
  const partition = /^PartitionKey eq '((?:[^']|'')*)'/.exec(options.filter ?? "")?.[1].replaceAll("''", "'");
  if (partition === undefined) return queryWhole.call(this, context, account, table, options, ...continuation);
  const whole = this.getEntityCollection(account, table, context);
  const view = Object.create(this, { getEntityCollection: { value: () => ({ chain: () => whole.chain().find({ PartitionKey: partition }) }) } });
  return queryWhole.call(view, context, account, table, options, ...continuation);
};

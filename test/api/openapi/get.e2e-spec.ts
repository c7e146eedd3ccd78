import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';

describe('the contract', () => {
  let operations: Json[];
  let contract: Json;

  beforeAll(async () => {
    contract = (await Client.anonymous().get('/openapi.json')).body;
    operations = Object.values(contract.paths as Record<string, Record<string, Json>>).flatMap((methods) => Object.values(methods));
  });

  it('is open to anybody and names every operation once, by verb and noun', () => {
    const ids = operations.map(({ operationId }) => operationId as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+[A-Z][A-Za-z]+$/.test(id))).toEqual([]);
  });

  it('gives every operation a summary and a successful answer', () => {
    const bare = operations.filter(({ summary, responses }) => typeof summary !== 'string' || !Object.keys(responses as object).some((status) => /^[23]/.test(status)));
    expect(bare.map(({ operationId }) => operationId as string)).toEqual([]);
  });

  it('refers only to shapes that it describes', () => {
    const references = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(references.filter((name) => contract.components.schemas[name] === undefined)).toEqual([]);
  });

  it('describes every amount of a request as text, because JSON numbers lose won', () => {
    // What a sheet says is shown as it was typed: it may be no amount at all.
    const AS_TYPED = ['ReadExpenseDto'];
    const described = Object.entries(contract.components.schemas as Record<string, Json>).filter(([name]) => !AS_TYPED.includes(name));
    const amounts = described.flatMap(([, { properties = {} }]) => Object.entries(properties as Record<string, Json>).filter(([name]) => name.endsWith('Won')));
    expect(amounts.length).toBeGreaterThan(20);
    expect(amounts.filter(([, schema]) => schema.type !== 'string' || schema.format !== 'won')).toEqual([]);
  });
});

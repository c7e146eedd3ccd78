import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { Client } from '../../support/client.js';

describe('GET /openapi.json', () => {
  it('is the contract of docs/openapi.json, brought up to date by npm run docs', async () => {
    const served = await Client.anonymous().get('/openapi.json');
    expect(served.status).toBe(200);
    expect(served.body).toEqual(JSON.parse(fs.readFileSync('docs/openapi.json', 'utf8')));
  });
});

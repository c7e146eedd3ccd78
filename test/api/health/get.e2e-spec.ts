import { describe, expect, it } from '@jest/globals';
import { Client } from '../../support/client.js';

describe('health', () => {
  it('answers anybody that the server and its database answer', async () => {
    const { status, body } = await Client.anonymous().get('/health');
    expect([status, body.status]).toEqual([200, 'ok']);
    expect(body.database).toMatch(/^\d+\.\d+/);
  });

  it('sends the headers that keep pages of other sites and guessing browsers out', async () => {
    const { headers } = await Client.anonymous().get('/health');
    expect(headers.get('content-security-policy')).toContain(`default-src 'none';script-src 'self'`);
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('x-powered-by')]).toEqual(['nosniff', 'no-referrer', null]);
    // Over plain http a browser is not to remember that it must not be used.
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

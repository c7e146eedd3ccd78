import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('the routes of recognition', () => {
  itIsClosedTo('admin', 'listRecognitionRoutes', (client) => client.get('/recognition-routes'));

  it('are eight, each with the documents that prove it', async () => {
    const { status, body } = await Client.as('finance').get('/recognition-routes');
    expect([status, body.length]).toEqual([200, 8]);
    expect((body as Json[]).find(({ route }) => route === 'LAB_COMPANY').evidence).toEqual(['연구소기업 등록증', '주주명부']);
  });
});

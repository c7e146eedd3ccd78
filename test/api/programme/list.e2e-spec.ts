import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('listing programmes', () => {
  itIsClosedTo('admin', 'listProgrammes', (client) => client.get('/programmes'));

  it('shows the programme of the strategy with its size and its vintages', async () => {
    const { status, body } = await Client.as('checker').get('/programmes');
    expect(status).toBe(200);
    expect((body as Json[]).find((programme) => programme.code === 'PTC-FUND')).toMatchObject({
      nameKo: '공공기술 사업화 펀드',
      targetCommitmentWon: '80000000000',
      vintages: [{ year: 2021 }, { year: 2022 }, { year: 2023 }, { year: 2024 }],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { newClient } from '../../support/people.js';

describe('listing what one can prove oneself with', () => {
  it('needs somebody who is signed in', async () => {
    expect(refusal(await Client.anonymous().get('/factors'))).toEqual([401, 'session.missing']);
  });

  it('shows since when there is a password, and nothing else to begin with; an auditor may look too', async () => {
    const { body } = await (await newClient()).client.get('/factors');
    expect(body).toEqual({ passwordChosenAt: expect.stringMatching(/^\d{4}-/), totpEnrolledAt: null, recoveryCodesLeft: 0, passkeys: [] });
    expect((await Client.as('auditor').get('/factors')).status).toBe(200);
  });
});

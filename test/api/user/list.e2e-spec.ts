import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('listing users', () => {
  itIsClosedTo('auditor', 'listUsers', (client) => client.get('/users'));

  it('shows people with their roles, and of how they sign in only that they can', async () => {
    const { status, body } = await Client.as('admin').get('/users?limit=200&after=adm');
    expect(status).toBe(200);
    expect(body[0]).toMatchObject({ login: 'admin', name: '한솔', roles: ['ADMIN'], active: true });
    expect(Object.keys(body[0]).sort()).toEqual(['active', 'createdAt', 'hasPassword', 'hasSecondFactor', 'id', 'invitedUntil', 'login', 'name', 'networks', 'roles', 'validThrough']);
  });

  it('goes on after the last login of a page', async () => {
    const [first] = (await Client.as('admin').get('/users?limit=1')).body as { login: string }[];
    const rest = (await Client.as('admin').get(`/users?limit=2&after=${encodeURIComponent(first?.login ?? '')}`)).body as { login: string }[];
    expect(rest).toHaveLength(2);
    expect(rest.map(({ login }) => login)).not.toContain(first?.login);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'after=%00', 'page=2'])('refuses %s', async (query) => {
    expect(refusal(await Client.as('admin').get(`/users?${query}`))).toEqual([400, 'request.invalid', `/${query.split('=')[0]}`]);
  });
});

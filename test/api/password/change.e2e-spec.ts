import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { GOOD_PASSWORD, newClient } from '../../support/people.js';

const change = (client: Client, newPassword: string, oldPassword = GOOD_PASSWORD) => client.post('/password/change', { oldPassword, newPassword });

describe('changing the password', () => {
  it('needs somebody who is signed in', async () => {
    expect(refusal(await change(Client.anonymous(), 'another good password'))).toEqual([401, 'session.missing']);
  });

  it('ends the other sessions and keeps this one', async () => {
    const { client, person } = await newClient();
    const other = await Client.signIn(person.login, person.password);
    expect((await change(client, 'another good password')).body).toEqual({ endedSessions: 1 });
    expect([(await client.get('/session')).status, refusal(await other.get('/session'))]).toEqual([200, [401, 'session.expired']]);
    expect(refusal(await Client.anonymous().post('/session', { login: person.login, password: GOOD_PASSWORD }))).toEqual([401, 'sign-in.failed']);
    expect((await Client.signIn(person.login, 'another good password')).cookie).not.toBeNull();
  });

  it('is refused when it is sent a second time: the old password is another one by then', async () => {
    const { client } = await newClient();
    expect((await change(client, 'another good password')).status).toBe(200);
    expect(refusal(await change(client, 'another good password'))).toEqual([400, 'password.wrong', '/oldPassword']);
  });

  it('wants the old password, and counts wrong ones like failed sign-ins', async () => {
    const { client, person } = await newClient();
    const codes = [];
    for (let guess = 1; guess <= 5; guess += 1) codes.push(refusal(await change(client, 'another good password', `guess ${guess}`)));
    expect(codes).toEqual([...Array(4).fill([400, 'password.wrong', '/oldPassword']), [403, 'sign-in.locked']]);
    expect(refusal(await Client.anonymous().post('/session', { login: person.login, password: GOOD_PASSWORD }))).toEqual([403, 'sign-in.locked']);
  });

  it('tells at the field what is wrong with the new one', async () => {
    const { client, person } = await newClient();
    expect(refusal(await change(client, 'short'))).toEqual([400, 'password.too-short', '/newPassword']);
    expect(refusal(await change(client, `${person.login}!`))).toEqual([400, 'password.names-you', '/newPassword']);
    expect(refusal(await change(client, 'Qwertyuiop123!'))).toEqual([400, 'password.too-common', '/newPassword']);
    expect(refusal(await change(client, GOOD_PASSWORD))).toEqual([400, 'password.used-before', '/newPassword']);
    expect(refusal(await change(client, 'x'.repeat(129)))).toEqual([400, 'request.invalid', '/newPassword']);
  });
});

import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { Provider } from 'oidc-provider';

const CLIENT = { id: 'baton', secret: randomBytes(24).toString('base64url') };

/**
 * A real OpenID provider beside the tests, under another site's name than the server's, as in life. Anybody who names a
 * login at its door is that login: it is the subject of the tokens.
 */
export async function openTestProvider() {
  let answer = (_request, response) => response.writeHead(503).end();
  const server = http.createServer((request, response) => answer(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${server.address().port}`;
  return {
    issuer,
    /** What the server under test is configured with. */
    environment: { BATON_OIDC_ISSUER: issuer, BATON_OIDC_CLIENT_ID: CLIENT.id, BATON_OIDC_CLIENT_SECRET: CLIENT.secret, BATON_OIDC_NAME: '공공 통합로그인' },
    /** Starts to answer, now that it is known where the server under test is. */
    serve: (serverUrl) => {
      answer = providerFor(issuer, serverUrl).callback();
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function providerFor(issuer, serverUrl) {
  const { port } = new URL(serverUrl);
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}/api/session/provider/callback`),
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    // An institution's own provider does not ask its people for consent.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
}

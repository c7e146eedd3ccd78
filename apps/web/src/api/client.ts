import createClient from 'openapi-fetch';
import { ProblemError, problemOf } from './problem.js';
import type { paths } from './schema.js';
import { sessionFetch } from './session-fetch.js';

/** The API, typed by its own description (`schema.d.ts`). */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: sessionFetch });

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer; throws `ProblemError` for a refusal and for a server that cannot be reached. */
export async function dataOf<Data>(pending: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await pending.catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  if (response.ok) return data as Data;
  throw new ProblemError(problemOf(response.status, error));
}

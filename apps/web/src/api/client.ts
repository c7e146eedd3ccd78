import createClient from 'openapi-fetch';
import { ProblemError, problemOf } from './problem.js';
import type { paths } from './schema.js';
import { sessionFetch } from './session-fetch.js';
import { refuseSubmitted } from './submitted.js';

/** The API without the answer that every write may give instead of its own (202, see `submitted.ts`): that one is thrown. */
type Settled<Paths> = {
  [Path in keyof Paths]: {
    [Method in keyof Paths[Path]]: Paths[Path][Method] extends { responses: infer Responses }
      ? Omit<Paths[Path][Method], 'responses'> & { responses: Omit<Responses, 202> }
      : Paths[Path][Method];
  };
};

/** The API, typed by its own description (`schema.d.ts`). */
export const api = createClient<Settled<paths>>({ baseUrl: location.origin, fetch: sessionFetch });

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of an answer; throws `ProblemError` for a refusal and for a server that cannot be reached, `SubmittedError` for a
 * write that waits for signatures.
 */
export async function dataOf<Data>(pending: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await pending.catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  refuseSubmitted(response.status, data);
  if (response.ok) return data as Data;
  throw new ProblemError(problemOf(response.status, error));
}

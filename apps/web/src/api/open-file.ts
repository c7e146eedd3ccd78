import { ProblemError, problemOf } from './problem.js';
import { sessionFetch } from './session-fetch.js';

/** Opens a file of the API in a tab of its own. Throws `ProblemError`. */
export async function openFile(path: string): Promise<void> {
  const response = await sessionFetch(new Request(new URL(path, location.origin))).catch((): never => {
    throw new ProblemError(problemOf(0, null));
  });
  if (!response.ok) throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)));
  window.open(URL.createObjectURL(await response.blob()), '_blank', 'noopener');
}

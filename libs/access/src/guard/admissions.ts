import type { Origin } from '#libs/command';
import { invariant } from '#libs/errors';
import type { Admission } from '../session/admission.js';

interface Visit {
  readonly origin: Origin;
  readonly admission: Admission | null;
}

/** What the guard found out about each request; it lives no longer than the request. */
const visits = new WeakMap<object, Visit>();

export function rememberVisit(request: object, visit: Visit): void {
  visits.set(request, visit);
}

export function originOf(request: object): Origin {
  const visit = visits.get(request);
  invariant(visit !== undefined, 'the access guard has not seen this request');
  return visit.origin;
}

export function admissionOf(request: object): Admission {
  const admission = visits.get(request)?.admission ?? null;
  invariant(admission !== null, 'nobody is signed in here: a public route must not ask who is');
  return admission;
}

/** Who is signed in, or whose program it is, once the guard has let the request through; null for everybody else. */
export function userOfRequest(request: object): string | null {
  return visits.get(request)?.admission?.actor.userId ?? null;
}

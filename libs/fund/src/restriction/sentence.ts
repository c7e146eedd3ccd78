import type { Verdict, VerdictResult } from '#libs/command';
import type { Bilingual, Details } from '#libs/errors';
import type { Hardness, Restriction } from './restriction.js';

interface Finding {
  readonly rule: string;
  readonly clause: string;
  readonly hardness: Hardness;
  readonly holds: boolean;
  readonly otherwise: VerdictResult;
  readonly inputs: Details;
  readonly kept: Bilingual;
  readonly broken: Bilingual;
}

/** A rule and its answer: what it says when it is kept, and what to do when it is not. */
export function sentence({ rule, clause, hardness, holds, otherwise, inputs, kept, broken }: Finding): Restriction {
  const verdict: Verdict = { rule, clause, result: holds ? 'PASS' : otherwise, text: holds ? kept : broken, inputs };
  return { hardness, verdict };
}

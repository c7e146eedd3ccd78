import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { SubmittedError, type SubmittedApproval } from './submitted.js';

interface Write<Input, Result> {
  readonly mutationFn: (input: Input) => Promise<Result>;
  /** It is done. */
  readonly onSuccess?: (result: Result) => unknown;
  /** It is drafted and waits for signatures: there is nothing left to do here. The person is told by the shell. */
  readonly onSubmitted?: (approval: SubmittedApproval) => unknown;
  /** It was refused. */
  readonly onError?: (error: unknown) => void;
}

/** A write as every form sends it: done, drafted or refused are three different endings. */
export function useWrite<Input, Result>({ mutationFn, onSuccess, onSubmitted, onError }: Write<Input, Result>): UseMutationResult<Result, Error, Input> {
  return useMutation<Result, Error, Input>({
    mutationFn,
    onSuccess: (result) => onSuccess?.(result),
    onError: (error) => (error instanceof SubmittedError ? onSubmitted?.(error.approval) : onError?.(error)),
  });
}

import { useCallback, useRef, useState, type RefObject } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { problemFrom } from '../../api/problem.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { fieldName, readableFaults, type Fault } from './faults.js';
import { focusFirstFault } from './focus.js';

export interface FaultControl {
  readonly formRef: RefObject<HTMLFormElement | null>;
  /** The refusal itself, where there is more to say than at the fields. */
  readonly refusal: unknown;
  readonly show: (faults: readonly Fault[]) => void;
  readonly refuse: (error: unknown) => void;
  readonly clear: () => void;
}

/** Whether the form shows a field of that name; what it does not show must be said elsewhere. */
function hasField(form: HTMLFormElement | null, name: string): boolean {
  return form?.querySelector(`[name="${CSS.escape(name)}"]`) !== null;
}

/** Puts every fault at its field and moves to the first; a refusal without a field is shown beside the button. */
export function useFaults<Values extends FieldValues>(form: UseFormReturn<Values>): FaultControl {
  const formRef = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const say = useBilingual();
  const show = useCallback(
    (faults: readonly Fault[]) => {
      for (const { pointer, text } of faults) form.setError(fieldName(pointer) as FieldPath<Values>, { type: 'fault', message: text });
      focusFirstFault(formRef.current);
    },
    [form],
  );
  const refuse = useCallback(
    (error: unknown) => {
      const faults = readableFaults(problemFrom(error).errors, say);
      const allShown = faults.length > 0 && faults.every(({ pointer }) => hasField(formRef.current, fieldName(pointer)));
      setRefusal(allShown ? null : error);
      show(faults);
    },
    [say, show],
  );
  const clear = useCallback(() => {
    setRefusal(null);
    form.clearErrors();
  }, [form]);
  return { formRef, refusal, show, refuse, clear };
}

import type { ReactElement } from 'react';
import { Controller, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';

/** What a field of the design takes from the form. */
export interface BoundField {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
}

interface Props<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly name: FieldPath<Values>;
  /** A fault that the live preview found; one of the form itself goes first. */
  readonly liveError?: string | undefined;
  readonly children: (field: BoundField) => ReactElement;
}

/** Binds one text of a form; what is wrong with it disappears as soon as it is changed. */
export function FormField<Values extends FieldValues>({ form, name, liveError, children }: Props<Values>): ReactElement {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) =>
        children({
          name: field.name,
          value: typeof field.value === 'string' ? field.value : '',
          onChange: (value) => {
            field.onChange(value);
            form.clearErrors(name);
          },
          onBlur: field.onBlur,
          error: fieldState.error?.message ?? liveError,
        })
      }
    />
  );
}

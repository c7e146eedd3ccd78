const MARKED_BY_THEN_MS = 60;

/** Moves to the first field that is marked as wrong, after React has marked it. */
export function focusFirstFault(form: HTMLElement | null): void {
  window.setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [role="radiogroup"][aria-invalid="true"] input');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, MARKED_BY_THEN_MS);
}

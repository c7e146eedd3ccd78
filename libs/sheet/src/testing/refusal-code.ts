import { DomainError } from '#libs/errors';

/** The code of the refusal that a reading ends in; null when it does not refuse. Anything but a DomainError of kind `invalid` is thrown on. */
export async function refusalCode(reading: () => unknown): Promise<string | null> {
  try {
    await reading();
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'invalid' && error.text.ko !== '' && error.text.en !== '') return error.code;
    throw error;
  }
}

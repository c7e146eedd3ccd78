import { useCallback } from 'react';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useCommandName } from './command-kinds.js';

/** What people call a permission: a look by its own words, anything else as the command that it allows. */
export function usePermissionName(): (permission: string) => string {
  const wordOf = useDottedNames('apiTokens.permissions');
  const commandOf = useCommandName();
  return useCallback(
    (permission) => {
      const word = wordOf(permission);
      return word === permission ? commandOf(permission) : word;
    },
    [wordOf, commandOf],
  );
}

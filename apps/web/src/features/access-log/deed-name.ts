import { useCallback } from 'react';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { usePermissionName } from '../approval/permission-name.js';

/** What somebody did, told by the permission that it took. */
export function useDeedName(): (action: string) => string {
  const wordOf = useDottedNames('accessLog.deeds');
  const permissionOf = usePermissionName();
  return useCallback(
    (action) => {
      const word = wordOf(action);
      return word === action ? permissionOf(action) : word;
    },
    [wordOf, permissionOf],
  );
}

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { useLanguage } from '../../i18n/bilingual.js';

export type CommandKind = components['schemas']['CommandKindDto'];

/** The commands of this version of the program; they change only with it. */
export function useCommandKinds(): UseQueryResult<CommandKind[]> {
  return useQuery({ queryKey: ['command-kinds'], queryFn: () => dataOf(api.GET('/api/command-kinds')), staleTime: Infinity });
}

/** What people call a command; nothing while the names are on their way. */
export function useCommandName(): (command: string) => string {
  const language = useLanguage();
  const { data, isPending } = useCommandKinds();
  return useCallback(
    (command) => {
      const kind = data?.find((each) => each.command === command);
      if (kind === undefined) return isPending ? '' : command;
      return language === 'ko' ? kind.nameKo : kind.nameEn;
    },
    [data, isPending, language],
  );
}

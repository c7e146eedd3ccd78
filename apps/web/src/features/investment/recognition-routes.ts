import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, dataOf } from '../../api/client.js';
import type { Choice } from '../../design/select-field.js';
import { useBilingual } from '../../i18n/bilingual.js';

export interface RecognitionRoutes {
  readonly choices: readonly Choice[];
  /** The documents without which the route is not proven. */
  readonly evidenceOf: (route: string) => readonly string[];
}

const NONE: readonly string[] = [];

/** The routes of recognition as the server knows them, with what each demands. */
export function useRecognitionRoutes(): RecognitionRoutes {
  const say = useBilingual();
  const { data } = useQuery({ queryKey: ['recognition-routes'], queryFn: () => dataOf(api.GET('/api/recognition-routes')), staleTime: Infinity });
  return useMemo(() => {
    const routes = data ?? [];
    return {
      choices: routes.map(({ route, name }) => ({ value: route, label: say(name) })),
      evidenceOf: (wanted) => routes.find(({ route }) => route === wanted)?.evidence ?? NONE,
    };
  }, [data, say]);
}

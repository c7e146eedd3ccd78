import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether the content of an element is wider than the element: then the keyboard must be able to scroll it. */
export function useOverflow<Kind extends HTMLElement>(): { readonly ref: RefObject<Kind | null>; readonly overflows: boolean } {
  const ref = useRef<Kind>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, overflows };
}

/** Pictures of the first screen. Paths from Tabler Icons (MIT), except `interpreter`, which is ours. 24 by 24. */
export const icons = {
  translate:
    'M9 6.371c0 4.418 -2.239 6.629 -5 6.629M4 6.371h7M5 9c0 2.144 2.252 3.908 6 4M12 20l4 -9l4 9M19.1 18h-6.2M6.694 3l.793 .582',
  close: 'M18 6l-12 12M6 6l12 12',
  emergency:
    'M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2M15 7a2 2 0 0 1 2 2M15 3a6 6 0 0 1 6 6',
  phone: 'M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2',
  search: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M21 21l-6 -6',
  forward: 'M5 12l14 0M13 18l6 -6M13 6l6 6',
  back: 'M5 12l14 0M5 12l6 6M5 12l6 -6',
  chevron: 'M9 6l6 6l-6 6',
  question: 'M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 16v.01M12 13a2 2 0 0 0 .914 -3.782a1.98 1.98 0 0 0 -2.414 .483',
  check: 'M5 12l5 5l10 -10',
  interpreter:
    'M4 2h5a2 2 0 0 1 2 2v2.6a2 2 0 0 1-2 2h-.6l-1.8 2.2V8.6H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM15 2h5a2 2 0 0 1 2 2v2.6a2 2 0 0 1-2 2h-2.6v2.2L15.6 8.6H15a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM6.5 11.8a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 0 1 0-4.2zM17.5 11.8a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 0 1 0-4.2zM2 21.5v-1.1a3.700 3.700 0 0 1 3.700-3.700h1.6a3.700 3.700 0 0 1 3.700 3.700v1.1zM13 21.5v-1.1a3.700 3.700 0 0 1 3.700-3.700h1.6a3.700 3.700 0 0 1 3.700 3.700v1.1z',
} as const;

export type IconName = keyof typeof icons;

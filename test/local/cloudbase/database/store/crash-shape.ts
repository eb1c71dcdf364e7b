import type { IndexTable } from '../../../../../local/cloudbase/database/types';

export const WRITERS = Array.from({ length: 20 }, (_unused, at) => `w${at}`);

export const CRASH_INDEXES: IndexTable = {
  items: {
    indexes: [
      {
        name: 'kind',
        fields: [
          ['kind', 1],
          ['writer', 1],
          ['n', 1],
        ],
      },
      { name: 'tags', fields: [['tags', 1]] },
      {
        name: 'n',
        fields: [
          ['n', -1],
          ['_id', 1],
        ],
        unique: true,
      },
    ],
  },
};

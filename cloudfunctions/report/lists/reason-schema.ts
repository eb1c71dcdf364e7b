/** Why a list or a table leaves the house. */
import * as v from 'valibot';
import { EXPORT_REASONS, type ExportReason } from '../../../miniprogram/contract/list-export';

export const exportReason = v.picklist(Object.keys(EXPORT_REASONS) as ExportReason[]);

import { everyJourney } from './patient.ts';

everyJourney('chromium');

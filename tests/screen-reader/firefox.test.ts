import { everyJourney } from './patient.ts';

everyJourney('firefox');

import { describe, expect, test } from 'vitest';
import { headline, overview, placeOfText, reservations } from '../../src/core/chronicle.ts';
import { timeWritten } from '../../src/core/written.ts';
import { eventsOf } from './support/events.ts';

const crowded = eventsOf('2025-10-14', '2025-11-24', '2025-11-25', '2025-11-26!', '2026-01', '2026-06-25');

describe('What a drawing of events shows is said in sentences:', () => {
  test('how many they are, and how close together.', () => {
    expect(headline(crowded)).toBe('Six events, three of them in three days');
    expect(headline(eventsOf('2025-10-14'))).toBe('One event');
    expect(headline(eventsOf('2025-10-14', '2025-10-15'))).toBe('Two events');
    const day = ['2025-06-01', '2025-06-01', '2025-06-01'];
    expect(headline(eventsOf('2025-01-01', ...day, '2025-12-01', '2025-12-31'))).toBe(
      'Six events, three of them in one day',
    );
  });

  test('over what time they go, and when the text was written.', () => {
    expect(overview(crowded, timeWritten({ written: '2025-11/2025-12~', events: crowded }, {}))).toBe(
      'Six dated events around the text, from 14 October 2025 to 25 June 2026. Three of them fall in the three days from 24 to 26 November 2025. The text was probably written between 26 November and 31 December 2025.',
    );
    expect(overview(eventsOf('1948-12-10'), timeWritten({ events: [] }, { issued: '1948-12-10' }))).toBe(
      'One dated event around the text, of 10 December 1948. The text appeared on 10 December 1948.',
    );
    expect(overview(eventsOf('2025-11-05', '2025-11'), undefined)).toBe(
      'Two dated events around the text, of November 2025.',
    );
    expect(overview(eventsOf('2025-11-19/2025-11-20', '2026-01/2026-02~'), undefined)).toBe(
      'Two dated events around the text, from 19 November 2025 to probably February 2026.',
    );
    // A long time is drawn at its middle, after what began later and before what ended earlier.
    expect(overview(eventsOf('2025', '2025-03-01', '2025-10-01'), undefined)).toBe(
      'Three dated events around the text, of 2025.',
    );
    expect(overview(eventsOf('2025-03-01', '2025-02/2025-12', '2025-10-01'), undefined)).toBe(
      'Three dated events around the text, from February 2025 to December 2025.',
    );
  });

  test('what is inferred, and what stands at the middle of its time.', () => {
    const events = eventsOf('2025-10~', '2025-11-19/2025-11-20', '2025-11-26!');
    expect(reservations(events, timeWritten({ written: '2025-11/2025-12~', events }, {}))).toBe(
      'That the text was not written before 26 November 2025 is inferred from its use of what happened then. What is dated to more than a day stands at the middle of that time, with a line as long as it: probably October 2025; 19 to 20 November 2025.',
    );
    expect(reservations(eventsOf('2025-11-26'), timeWritten({ written: '2025-11', events: [] }, {}))).toBe(
      '',
    );
  });
});

test.each([
  [{ written: '2025-11-24' }, {}, 'The text was written on 24 November 2025'],
  [{ written: '2025-11-24~' }, {}, 'The text was probably written on 24 November 2025'],
  [{ written: '2025-11' }, { issued: '2026' }, 'The text was written between 1 and 30 November 2025'],
  [{}, { issued: '1948-12-10' }, 'The text appeared on 10 December 1948'],
  [{}, { issued: '1948-12~' }, 'The text probably appeared between 1 and 31 December 1948'],
])('Of a text %j in a record %j it is said: “%s.”', (reading, record, words) => {
  expect(placeOfText(timeWritten({ events: [], ...reading }, record)!)).toBe(words);
});

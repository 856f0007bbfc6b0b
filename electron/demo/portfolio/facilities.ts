/* What tickets about the building are about. */

import type { Subject } from './subject.ts';

const requestType = 'Facilities Request';

const cooling: Subject['occasions'] = [
  {
    title: 'Cold aisle {cage} above {temp} °C since {clock}',
    text: 'Our sensors in the cold aisle of {cage} have shown {temp} °C since {clock} UTC; the limit in our agreement is 27 °C. No equipment was added on our side. Please check the tiles, the containment doors and the set point of the CRAC units, and tell us what was found.',
    done: 'A containment door at the end of the aisle did not close and was adjusted. Measured at three heights: 22.1, 24.3 and 25.8 °C.',
  },
  {
    title: 'Hot spot at the top of {rack}',
    text: 'The inlet temperature at the top of {rack} is {temp} °C, at the bottom 23 °C. Blanking panels are in the cabinet; you may fit them. Please have a technician measure at three heights and send the readings of the following 24 hours.',
    done: 'Four blanking panels were missing and are fitted now. The top of the rack is down to 25.1 °C; the readings of 24 hours are attached.',
  },
  {
    title: 'Humidity alarm in {hall}, {percent} % RH',
    text: 'Since {clock} UTC we see {percent} % relative humidity in {hall}, with condensation alarms on two chassis. Please compare with your own sensors. We can move load away if you need it.',
    done: 'The humidifier of CRAC unit {unit} had a stuck valve. It was replaced; humidity has been below 55 % for twelve hours.',
  },
  {
    title: 'Perforated tiles to be moved in front of {rack}',
    text: 'We installed {count} servers in {rack} last week and need one more perforated tile in front of it. The tile in front of the empty rack on its left may be used.',
    done: 'The tile was moved. Air flow in front of the rack is 410 m³/h now.',
  },
];

const electrical: Subject['occasions'] = [
  {
    title: 'Feed {feed} of {rack} lost at {clock}',
    text: 'At {clock} UTC feed {feed} of {rack} dropped. Everything runs on the other feed, so there is no redundancy at the moment. Please check the breaker in the remote power panel before anything is switched on again, and call the contact below first.',
    done: 'The breaker had tripped on overload. After agreement by phone feed {feed} was switched on again at {percent} % of nominal load.',
  },
  {
    title: 'PDU {unit} in {rack} reports overload on phase L{phase}',
    text: 'PDU {unit} ({vendor}) reports {percent} % load on phase L{phase}, although our own metering shows less than half of it. Please measure with a clamp and tell us which of the two is right.',
    done: 'Clamp reading and your metering agree within 3 %. The display of the PDU is faulty; the vendor’s case number is {reference}.',
  },
  {
    title: 'Additional 32 A three-phase feed for {rack}',
    text: 'We are installing {count} servers in {rack} and need a second three-phase feed, 32 A, IEC 60309, on both A and B. Please quote and schedule. The work may be done in any night from Tuesday to Thursday, 22:00 to 04:00 local time.',
    done: 'Both feeds are installed, measured and labelled {reference}-A and {reference}-B. The protocol is attached.',
  },
  {
    title: 'Power readings of {cage} for {month}',
    text: 'For our audit we need the power readings of {cage} for {month}, one value per hour for each feed. Please attach them as a CSV file to this ticket.',
    done: 'The readings are attached as a CSV file, one column per feed, times in UTC.',
  },
  {
    title: 'Replace failed PDU in {rack} ({vendor})',
    text: 'The PDU on feed {feed} of {rack} no longer answers and its outlets 9 to 16 are dead. The spare is in Storage Cage S1, label {reference}. Please replace it in our presence; both cords of each device are labelled.',
    done: 'The PDU was replaced together with your engineer. All outlets carry load again; the failed unit is in Storage Cage S1.',
  },
];

const safety: Subject['occasions'] = [
  {
    title: 'Smoke detector in {hall} blinks amber',
    text: 'On our walkthrough this morning the detector above {rack} was blinking amber. There was no alarm. Please check it and confirm that the loop is monitored.',
    done: 'The detector was due for cleaning and has been exchanged. The loop was monitored throughout.',
  },
  {
    title: 'Fire door next to {cage} does not close',
    text: 'The fire door between the corridor and {cage} stays open by a hand’s width. Please repair it, and tell us how long the door will be guarded.',
    done: 'The closer was replaced. A guard stood at the door until the repair was finished.',
  },
  {
    title: 'Evidence of the yearly fire-suppression test',
    text: 'Our insurer asks for the report of the latest test of the fire-suppression system in {hall}. Please attach it to this ticket.',
    done: 'The report of the latest test is attached. The next one is planned for {month}.',
  },
];

const maintenance: Subject['occasions'] = [
  {
    title: 'Maintenance window for {cage}, {day}',
    text: 'On {day} between 20:00 and 02:00 UTC we replace the line cards of both core switches in {rack}. Please let our two engineers in and stay reachable during the window. Nobody else should work in the cage.',
    done: 'The engineers were let in at 19:40 and left at 01:25. No alarm was seen on our side.',
  },
  {
    title: 'Escort for {vendor} engineers, {cage}, {day}',
    text: '{vendor} sends two engineers on {day}, 09:00 local time. Their names and documents are with your security desk. They work in {rack} only and need an escort for about three hours.',
    done: 'Both engineers were escorted and have left the building. Their badges were returned.',
  },
  {
    title: 'UPS maintenance {unit}: confirm impact on {cage}',
    text: 'You announced maintenance of UPS {unit} for {day}. {count} single-corded devices of ours stand in {cage}. Please confirm in writing which feed is affected and for how long, at least five working days ahead.',
    done: 'Feed {feed} ran on the bypass for 90 minutes; there was no interruption. The report is attached.',
  },
  {
    title: 'Lift-and-shift of {count} servers to {cage}',
    text: '{count} servers come from another site and go to {rack}, rack units 4 to 31. They arrive on two pallets on {day}. Please have the pallets brought to the cage before 08:00. A trolley and a lift are needed.',
    done: 'All {count} servers are mounted as in your drawing. Photographs of front and rear are attached.',
  },
];

/** The building: cooling, power and safety; two of the texts are written from right to left. */
export const facilities: readonly [Subject, ...Subject[]] = [
  { requestType, category: 'Cooling - Datacenter', weight: 17, occasions: cooling },
  { requestType, category: 'Electrical', weight: 22, occasions: electrical },
  { requestType, category: 'Fire/Safety', weight: 6, occasions: safety },
  { requestType, category: 'Planned Maintenance', weight: 15, occasions: maintenance },
  {
    requestType,
    category: 'Cooling - Office',
    weight: 4,
    occasions: [
      {
        title: 'Office {room} too warm in the afternoon',
        text: 'The customer office {room} reaches {temp} °C in the afternoon. Two colleagues work there until {day}. Please have a look when it is convenient, and tell us whether another room is free meanwhile.',
        done: 'The filter of the unit was blocked and has been changed. Please tell us if it gets warm again.',
      },
      {
        title: 'Air conditioning in the staging room does not start',
        text: 'The air conditioning of the staging room shows error E{count} and blows warm air. We unpack {count} servers there this week.',
        done: 'The unit was reset and runs. A service visit is booked for {day}.',
      },
    ],
  },
  {
    requestType,
    category: 'Cooling - Datacenter',
    weight: 0.6,
    occasions: [
      {
        title: 'ارتفاع درجة الحرارة في الممر البارد {cage} منذ الساعة {clock}',
        text: 'تُظهر مستشعراتنا درجة حرارة {temp} °C في الممر البارد {cage} منذ الساعة {clock} بالتوقيت العالمي. يُرجى فحص البلاطات وأبواب الاحتواء وإبلاغنا بالنتيجة.',
        done: 'The containment door was adjusted. تم ضبط الباب ودرجة الحرارة الآن 24 °C.',
      },
    ],
  },
  {
    requestType,
    category: 'Electrical',
    weight: 0.6,
    occasions: [
      {
        title: 'תקלה בהזנת חשמל {feed} בארון {rack} – נדרש טכנאי באתר',
        text: 'בשעה {clock} UTC נפלה הזנה {feed} בארון {rack}. הכול פועל כעת על ההזנה השנייה בלבד. נא לבדוק את המפסק ולהתקשר לפני הדלקה מחדש.',
        done: 'The breaker was switched on again after a call. ההזנה חזרה לפעולה.',
      },
    ],
  },
];

"""Starts Orca with a voice that writes down what it says.

Orca's own start script refuses to run beside another Orca, and looks for a desktop: this one does neither. One JSON
object a line goes to the file named by ORCA_LOG:

    {"say": text, "lang": BCP 47 or ""}    a text handed to the voice, and the language its object is marked with; with
                                           "again" where an application told of a description anew
    {"key": name, "down": true or false}   a key Orca has seen
    {"event": type}                        something that happened in an application

Run by desktop.ts, with Debian's python3. Orca 43.1.
"""

import json
import os
import signal
import sys
import types

from orca import debug, event_manager, orca, orca_state, speech_generator, speechserver

log = open(os.environ["ORCA_LOG"], "a", encoding="utf-8", buffering=1)


def write(**line):
    log.write(json.dumps(line, ensure_ascii=False) + "\n")


# What the words were made for, until the next key or event.
spoken_of = [None]
# Whether an application has just told of a description.
told_again = [False]


def language():
    """What the object that is being presented is marked with; "" when nothing says."""
    source = spoken_of[0] or (debug.objEvent.source if debug.objEvent else orca_state.locusOfFocus)
    for _ in range(3):
        if source is None:
            return ""
        try:
            text = source.queryText()
            attributes, _start, _end = text.getAttributeRun(0, True)
            for name, value in (attribute.split(":", 1) for attribute in attributes):
                if name == "language" and value:
                    return value
        except Exception:
            pass
        try:
            source = source[0]
        except Exception:
            return ""
    return ""


class SpeechServer(speechserver.SpeechServer):
    """Says nothing aloud, and is never busy."""

    server = None

    @staticmethod
    def getFactoryName():
        return "transcript"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer.server = SpeechServer.server or SpeechServer()
        return SpeechServer.server

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["transcript", "transcript"]

    def getVoiceFamilies(self):
        return []

    def speakCharacter(self, character, acss=None):
        write(say=character, lang=language())

    def speakKeyEvent(self, event, acss=None):
        pass

    def speak(self, text=None, acss=None, interrupt=True):
        if text and text.strip():
            write(say=text, lang=language(), again=told_again[0])

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _acss in utteranceIterator:
            write(say=context.utterance, lang=language())
            context.currentOffset = context.endOffset
            progressCallback(context, speechserver.SayAllContext.COMPLETED)


module = types.ModuleType("transcript")
module.SpeechServer = SpeechServer
sys.modules["transcript"] = module

generate = speech_generator.SpeechGenerator.generateSpeech
process_event = event_manager.EventManager._processObjectEvent
enqueue = event_manager.EventManager._enqueue
process_key = event_manager.EventManager._processKeyboardEvent


def noted_generate(self, obj, **args):
    spoken_of[0] = obj
    return generate(self, obj, **args)


def noted_event(self, event):
    spoken_of[0] = None
    told_again[0] = str(event.type).endswith("accessible-description")
    try:
        return process_event(self, event)
    finally:
        told_again[0] = False


def noted_enqueue(self, event):
    write(event=str(event.type))
    return enqueue(self, event)


def noted_key(self, event):
    spoken_of[0] = None
    done = process_key(self, event)
    write(key=event.event_string, down=event.type == 0)
    return done


speech_generator.SpeechGenerator.generateSpeech = noted_generate
event_manager.EventManager._processObjectEvent = noted_event
event_manager.EventManager._enqueue = noted_enqueue
event_manager.EventManager._processKeyboardEvent = noted_key

signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
manager = orca.getSettingsManager()
manager.activate(
    None,
    {
        "speechServerFactory": "transcript",
        "speechFactoryModules": ["transcript"],
        # Letters are not repeated while they are typed, as most readers who type set it.
        "enableKeyEcho": False,
        "enableBraille": False,
        "enableSound": False,
    },
)
sys.exit(orca.main())

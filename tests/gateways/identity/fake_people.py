"""What the fake ЕСИА knows of its one person, in ЕСИА's own shapes. All invented."""

from typing import Any

KID = 1000600051
PERSON: dict[str, Any] = {
    "stateFacts": ["EntityRoot"],
    "firstName": "Анна",
    "lastName": "Воронцова",
    "middleName": "Сергеевна",
    "birthDate": "09.03.1961",
    "gender": "F",
    "trusted": True,
    "citizenship": "RUS",
    "snils": "000-000-600 01",
    "status": "REGISTERED",
    "eTag": "0",
}
ADDRESSES: list[dict[str, Any]] = [
    {"type": "PLV", "region": "Тверская область"},
    {"type": "PRG", "region": "Псковская область", "addressStr": "Псковская область, город Псков"},
]
CONTACTS: list[dict[str, Any]] = [
    {"type": "MBT", "value": "+7(000)0000006", "vrfStu": "VERIFIED"},
    {"type": "PHN", "value": "+7(000)0000007", "vrfStu": "VERIFIED"},
    {"type": "EML", "value": "anna@example.test", "vrfStu": "NOT_VERIFIED"},
]
PASSPORT: dict[str, Any] = {
    "type": "RF_PASSPORT",
    "vrfStu": "VERIFIED",
    "series": "0000",
    "number": "000006",
    "issueDate": "01.02.2003",
    "issueId": "006006",
    "issuedBy": "Отделом внутренних дел города Пскова",
}
DOCUMENTS: list[dict[str, Any]] = [{"type": "MDCL_PLCY", "number": "0000000000000006"}, PASSPORT]
KIDS: list[dict[str, Any]] = [
    {
        "id": KID,
        "firstName": "Тимофей",
        "lastName": "Воронцов",
        "middleName": "Артёмович",
        "birthDate": "05.06.2015",
        "snils": "00000060051",
    }
]
KID_DOCUMENTS: list[dict[str, Any]] = [
    {"type": "RF_BRTH_CERT", "vrfStu": "VERIFIED", "series": "I-АА", "number": "000051", "issueDate": "10.06.2015"}
]
